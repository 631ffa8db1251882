# stdin: one two\nthree\n\nlast without newline
import sys

for i, line in enumerate(sys.stdin):
    print(i, repr(line), line.split())
print(repr(sys.stdin.read()), sys.stdin.isatty())
