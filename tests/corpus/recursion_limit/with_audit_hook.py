import sys
def hook(event, args): pass
sys.addaudithook(hook)
def f(): return f()
for i in range(3):
    try: f()
    except RecursionError as e: print("ok")
    import os
    fd=os.open('/dev/null',0); os.close(fd)
class A:
    def __eq__(self,o): return self==o
try: A()==1
except RecursionError as e: print("ok")
fd=os.open('/dev/null',0); os.close(fd)
def g():
    try: return g()
    finally: os.close(os.open('/dev/null',0))
try: g()
except RecursionError as e: print("ok")
fd=os.open('/dev/null',0); os.close(fd)
