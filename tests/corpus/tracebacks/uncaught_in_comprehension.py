# status: 1
rows = [[1, 2], [3, None]]


def transform():
    return {
        i: [
            cell * 2 + 1
            for cell in row
            if cell > 0
        ]
        for i, row in enumerate(rows)
    }


transform()
