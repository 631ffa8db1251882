# requires: 3.15
import sys
import types


def function():
    return sys._getframe().f_locals


shown = function()
print(isinstance(shown, types.FrameLocalsProxyType), shown.__class__ is types.FrameLocalsProxyType)
print(isinstance({}, types.FrameLocalsProxyType), types.FrameLocalsProxyType.__name__)
