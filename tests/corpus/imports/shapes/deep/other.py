print("executing", __name__)
from .fine import square as early
value = "other"
