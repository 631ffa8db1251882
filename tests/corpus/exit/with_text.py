# status: 1
import sys

print("to stdout")
sys.exit("to stderr as the last line")
