# status: 1
def start():
    from collections import OrderedDict, NoSuchThing

    return OrderedDict


start()
