"""What goes wrong with the rig itself, as opposed to what a test finds."""


class RigError(Exception):
    """The guest, or the machine that it runs on, didn't do what the rig asked for."""
