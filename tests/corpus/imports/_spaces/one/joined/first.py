name = "first of one"
