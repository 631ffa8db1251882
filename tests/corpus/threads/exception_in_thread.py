import threading


def bottom(n):
    return 10 / n


def target(n):
    print("started")
    try:
        bottom(n)
    except ZeroDivisionError as error:
        raise ValueError("in a thread") from error


thread = threading.Thread(target=target, args=(0,), name="failing thread")
thread.start()
thread.join()


def hook(arguments):
    print("hook", arguments.exc_type.__name__, arguments.exc_value, arguments.thread.name)


threading.excepthook = hook
thread = threading.Thread(target=target, args=("x",), name="hooked")
thread.start()
thread.join()


def leaves():
    raise SystemExit(5)


thread = threading.Thread(target=leaves)
thread.start()
thread.join()
print("main goes on")
