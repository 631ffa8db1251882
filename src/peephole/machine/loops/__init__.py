"""The evaluation loops, a module for each version, made by tools/generate_loops.py."""
