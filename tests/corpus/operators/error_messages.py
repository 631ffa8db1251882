cases = """
1 + '1'
'1' + 1
[] + ()
{} + {}
1 @ 2
'%d' % 'x'
'%s %s' % ('a',)
'%s' % ('a', 'b')
-'a'
~1.5
+None
1 << -1
1 // 0
1.0 // 0
1 % 0
0 ** -1
2.0 ** 10000
1 / 0
10 ** 400 * 1.5
'a' * 'b'
[1] * 1.0
'a'[5]
'a'['b']
[][0]
()[1]
{}['key']
{}[[]]
5[0]
None[0]
print[0]
len[1]
{1, 2}[0]
int['x']
object()()
5()
'text'()
None()
len()()
(lambda: 1)[0]
f'{1:q}'
'{}'.format()
'{a}'.format(b=1)
b'a' + 'b'
bytes([256])
chr(-1)
int('x')
float('y')
int('9' * 5000)
[1, 2].index(3)
(1).bit_length(2)
isinstance(1, 2)
iter(5)
next([])
reversed({1})
sorted([1, 'a'])
max([])
sum(['a'])
range(1, 2, 0)
"".join([1])
dict([1])
dict([(1, 2, 3)])
set([[]])
hash([])
type('x', (int, str), {})
super()
complex(1, 'a')
""".strip().splitlines()
for case in cases:
    try:
        print(case, "=", eval(case))
    except Exception as error:
        print(case, "->", type(error).__name__ + ":", error)
