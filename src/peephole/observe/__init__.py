"""Observers of the machine: traces and statistics."""
