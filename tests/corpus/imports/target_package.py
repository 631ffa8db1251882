# target: -m runnable one two
