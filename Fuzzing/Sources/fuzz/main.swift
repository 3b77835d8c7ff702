import CFuzzer

// libFuzzer reads the command line, calls the closure with input after input, and ends the process.
var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
_ = LLVMFuzzerRunDriver(&count, &arguments) { start, count in
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    DecoderTrial(input).run()
    var framer = FramerTrial(input)
    framer.run()
    return 0
}
