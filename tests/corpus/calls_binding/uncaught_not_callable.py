# status: 1
handlers = {"open": print, "close": None}


def dispatch(name, *args):
    return handlers[name](*args)


dispatch("open", "opened")
dispatch("close", 1)
