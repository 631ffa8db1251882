# status: 1
def ratio(values, index):
    return (
        sum(values)
        + values[index] / values[0]
        - 1
    )


def main():
    table = {"numbers": [0, 1, 2]}
    return [ratio(table["numbers"], i) for i in range(2)]


main()
