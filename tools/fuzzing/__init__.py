"""Feeds broken .pyc data to everything that reads; see tools/fuzz_reading.py."""
