import sys

import _replacing
from _replacing import anything, other

print(type(_replacing).__name__, _replacing.made_up, anything, other)
print(sys.modules["_replacing"] is _replacing)
