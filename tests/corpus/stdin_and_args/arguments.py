# args: first "second with spaces" --option -v --all
import sys

print(sys.argv[1:], len(sys.argv), sys.argv[0].rpartition("/")[2])
import argparse

parser = argparse.ArgumentParser(prog="arguments")
parser.add_argument("names", nargs="+")
parser.add_argument("--option", action="store_true")
parser.add_argument("-v", action="count")
parser.add_argument("--all", action="store_const", const="everything")
print(sorted(vars(parser.parse_args()).items()))
try:
    parser.parse_args(["--unknown"])
except SystemExit as error:
    print(error.code)
