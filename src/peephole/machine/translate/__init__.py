"""The translator: hot stretches of decoded code, written as functions of the host.

The loop executes what is rarely executed; what it has begun often enough at an *entry* (the start
of a function, the head of a loop, the place behind a call) is written down as one Python function,
put together from templates of the same definitions that the loop is made of.  A
segment goes on until it calls a guest function, returns, or comes to what only the loop executes,
and returns the node at which the loop goes on.  It leaves the frame as the loop does, with the
value stack in `r`.  For an observer its calls are written in, too.
"""
