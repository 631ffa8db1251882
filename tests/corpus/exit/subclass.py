# status: 9
class Leave(SystemExit):
    def __init__(self):
        super().__init__(9)


def main():
    try:
        raise Leave
    except KeyError:
        pass


main()
