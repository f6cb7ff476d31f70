### The words in the figures on migration, gateways and DataSync.

## When data moves
figure-move-rhythms-always = always, both ways
figure-move-rhythms-once = once much, then little
figure-move-rhythms-sent = when partners send
figure-move-rhythms-disks = Disks by road
figure-move-rhythms-road = first nothing, then all
figure-move-rhythms-time = time

## A read through a gateway
figure-gateway-cache-premises = on premises
figure-gateway-cache-program = program
figure-gateway-cache-cache = cache 1 TB
figure-gateway-cache-hit = in the cache: 1 GB in 8 s
figure-gateway-cache-miss = not in the cache: 1 GB in 80 s

## Two kinds of volumes
figure-volume-copies-premises = on premises
figure-volume-copies-cached = cached volume
figure-volume-copies-stored = stored volume
figure-volume-copies-whole = whole volume
figure-volume-copies-part = part in use
figure-volume-copies-snapshots = snapshots

## What waits in a gateway
figure-gateway-write-program = program
figure-gateway-write-disk = disk
figure-gateway-write-waiting = waiting on the disk
figure-gateway-write-hours = 8 hours
figure-gateway-write-waits = the program waits

## Two runs of a task
figure-datasync-runs-first = first run: 20 TB
figure-datasync-runs-second = second run: 200 GB
figure-datasync-runs-compare = compare
figure-datasync-runs-transfer = transfer
figure-datasync-runs-verify = verify
figure-datasync-runs-same = the same on both sides

## By line or by road
figure-wire-or-road-days = days
figure-wire-or-road-device = device
