"""What the telephone must reach; `python -m bench.voice` measures it on this machine."""
