### Words in the figures of the lessons of sections 1, 2.1 and 2.2.

figure-scale-out-up-one = One large
figure-scale-out-up-four = Four small
figure-scale-out-up-all = 400 a second
figure-scale-out-up-fails = one fails
figure-scale-out-up-none = 0 a second
figure-scale-out-up-most = 300 a second

figure-storage-kinds-block = Block
figure-storage-kinds-file = File
figure-storage-kinds-object = Object
figure-storage-kinds-block-moved = 4,096 bytes
figure-storage-kinds-file-moved = changed part
figure-storage-kinds-object-moved = all of 1 GB
figure-storage-kinds-filled = Filled parts are written again to change one byte.

figure-building-blocks-block = Block
figure-building-blocks-file = File
figure-building-blocks-object = Object
figure-building-blocks-instance-store = Instance store
figure-building-blocks-from = Data on premises and elsewhere

figure-object-anatomy-object = One object
figure-object-anatomy-key = Key
figure-object-anatomy-key-is = finds the object
figure-object-anatomy-data = Data
figure-object-anatomy-data-is = what you upload
figure-object-anatomy-metadata = Metadata
figure-object-anatomy-metadata-is = about the data
figure-object-anatomy-version = Version ID
figure-object-anatomy-version-is = which version
figure-object-anatomy-version-when = added when versioning is on

figure-url-anatomy-bucket = bucket name
figure-url-anatomy-region = Region
figure-url-anatomy-prefix = prefix
figure-url-anatomy-key = key of the object
