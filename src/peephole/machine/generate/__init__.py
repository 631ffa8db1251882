"""Make the evaluation loops of `peephole.machine.loops` from the instructions' definitions."""
