#!/usr/bin/env python3
"""An HTTP proxy that opens tunnels (CONNECT) on the loopback device, and does nothing else.

Prints its port, then for each tunnel the request's first line. Runs until it is ended.
"""
import socket
import threading


def copy(source, sink):
    try:
        while data := source.recv(65536):
            sink.sendall(data)
    except OSError:
        pass
    sink.close()


def serve(client):
    head = b""
    while b"\r\n\r\n" not in head:
        data = client.recv(4096)
        if not data:
            return
        head += data
    request = head.split(b"\r\n")[0].decode()
    print(request, flush=True)
    host, _, port = request.split()[1].rpartition(":")
    server = socket.create_connection((host, int(port)))
    client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
    threading.Thread(target=copy, args=(client, server), daemon=True).start()
    copy(server, client)


listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
while True:
    threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
