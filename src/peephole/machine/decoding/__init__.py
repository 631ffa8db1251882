"""What the decoder knows of each version's instructions, made by tools/generate_loops.py."""
