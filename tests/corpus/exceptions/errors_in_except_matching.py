# status: 1
def main():
    handlers = {"value": ValueError, "bad": "not a class"}
    try:
        int("z")
    except handlers["bad"]:
        print("never")


try:
    main()
except TypeError as error:
    print(type(error.__context__).__name__)
main()
