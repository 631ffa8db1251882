"""What `benchmarks/run.py` is made of: programs, measuring, tables."""
