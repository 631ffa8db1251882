# status: 1
def now():
    return datetime.date(2000, 1, 1)


print("start")
now()
