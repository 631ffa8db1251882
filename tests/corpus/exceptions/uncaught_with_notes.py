# status: 1
def work(n):
    try:
        return 10 // n
    except ZeroDivisionError as error:
        error.add_note("while dividing")
        error.add_note("two\nlines")
        raise


for n in (5, 0):
    print(work(n))
