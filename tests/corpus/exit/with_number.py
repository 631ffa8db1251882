# status: 42
def deep(n):
    if n == 0:
        raise SystemExit(42)
    deep(n - 1)


try:
    deep(3)
except Exception:
    print("SystemExit is not an Exception")
finally:
    print("cleanup")
