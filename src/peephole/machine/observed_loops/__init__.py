"""The evaluation loops that tell an observer, a module for each version, made by tools/generate_loops.py."""
