import gc


async def forgotten(n):
    return n


def create():
    forgotten(1)
    print("created")


create()
gc.collect()
value = forgotten(2)
del value
print("end")
