"""The errors that peephole raises on its own account (never the guest program's)."""


class PeepholeError(Exception):
    """Something peephole was asked for cannot be done; the message is one clear line."""
