# status: 1
def worker():
    while True:
        try:
            job = yield
            print("job", job)
        except LookupError as error:
            raise RuntimeError("worker died") from error


def drive():
    w = worker()
    next(w)
    w.send(1)
    w.throw(LookupError("thrown in"))


drive()
