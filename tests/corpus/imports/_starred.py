visible = 1
_hidden = 2
__double = 3
class Kept: pass
