"""Templates of the translator, one module a version, made by tools/generate_loops.py."""
