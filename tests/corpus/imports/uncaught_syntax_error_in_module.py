# status: 1
print("importing")
import _syntax
