# status: 0
import sys

print("written")
sys.stdout.flush()
sys.stderr.write("to stderr\n")
print("a", "b", sep="", end="", file=sys.stderr)
sys.stdout.write("no newline at the end")
