### Check questions of section 2.4.4, versioning.

q-2-4-4-1 = In `docs-417`, which has versioning enabled, `plan.txt` is uploaded three times and then deleted without a version ID. Now the delete marker is deleted by its version ID. What does GET return?
q-2-4-4-1-a = 404. A deleted key comes back only after a new upload.
q-2-4-4-1-a-why = The delete only added a marker. Without the marker the version below shows again, with no upload.
q-2-4-4-1-b = The second upload. The delete had removed the third version.
q-2-4-4-1-b-why = A delete without a version ID removes no version. The third one was under the marker all the time.
q-2-4-4-1-c = The third upload. The version right under the marker shows again.
q-2-4-4-1-c-why = When the marker on top is gone, the version below it becomes the current version.

q-2-4-4-2 = Every day about 10 MB of a 1 GB file change, and the file is written over the same key. Versioning has been enabled for 30 days, so there are 30 versions. How much storage is billed?
q-2-4-4-2-a = A little over 1 GB. S3 stores the first version and then only each day's changes.
q-2-4-4-2-a-why = A version is a whole object, not a difference. A small change adds another 1 GB.
q-2-4-4-2-b = 30 GB. S3 stores the whole object for each version.
q-2-4-4-2-b-why = All versions are stored whole and billed. A rule that expires noncurrent versions keeps the cost in check.
q-2-4-4-2-c = 1 GB. Noncurrent versions do not show, so they cost nothing.
q-2-4-4-2-c-why = They do not show in the list, but they are stored. They cost the same as the current version.

q-2-4-4-3 = An object is locked for a year in compliance mode. The root user deletes it without a version ID. What happens?
q-2-4-4-3-a = A delete marker hides it from the list, and the locked version stays.
q-2-4-4-3-a-why = The lock protects the version. A marker can be put on top of it, and without the marker the version shows again.
q-2-4-4-3-b = The request is refused. Nothing can be put on a locked object.
q-2-4-4-3-b-why = S3 refuses a delete that names the version ID. A plain delete only adds a marker, so it is not refused.
q-2-4-4-3-c = The version is removed. The lock does not hold for the root user.
q-2-4-4-3-c-why = Nobody can lift compliance mode, not even the root user. Governance mode is the one that a special permission lifts.
