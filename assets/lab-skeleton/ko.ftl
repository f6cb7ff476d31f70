### 실습의 글. 같은 키가 en.ftl에도 있어요. lab.ron의 변수는 { $bucket }처럼 넣어요.

title = 어제의 페이지 지키기
summary = 웹 페이지가 곧 바뀌어요. 지금 것을 나중에도 꺼낼 수 있게 해 두어요.
# 따라 하기의 첫머리.
story = { $bucket } 버킷에 웹 페이지 page.html이 있어요. 내일 누군가 그 위에 새 판을 올리는데, 지금 판을 잃으면 안 돼요. 실습은 { $days }일 뒤에 끝나요.
# 도전의 첫머리: 질문과 성공 기준만 있고 단계는 없어요.
question = { $bucket } 버킷에 page.html의 새 판이 올라와요. { $days }일 뒤에도 지금 판을 꺼낼 수 있으려면 어떻게 해야 할까요?
debrief = 덮어쓴 객체는 사라져요. 덮어쓰기 전에 버킷이 버전을 보관하게 해 둔 때만 남아요. 버전도 지울 때까지는 바이트만큼 비용이 들어요.

task-kept-title = page.html의 버전이 2개 있어요
task-kept-why = 버전 없이 객체를 덮어쓰면 새 판만 남아요. 새 판이 잘못되어도 되돌릴 수 없어요.
task-stays-on-title = 끝날 때에도 버킷이 버전을 보관해요
task-stays-on-why = 다음 변경도 곧 올 테니 똑같이 지켜야 해요.

# 힌트는 네 단계예요: 보이는 것, 볼 곳, 생각, 순서. 첫 힌트에는 답이 나오지 않아요.
hint-kept-1 = 페이지를 두 번 올린 뒤 처음 것을 꺼내 봐요. 꺼낼 수 있나요?
hint-kept-2 = 객체가 아니라 버킷의 설정을 봐요.
hint-kept-3 = 버전 관리(versioning)를 켠 버킷은 객체의 모든 판을 보관해요. 켜기 전의 변경이 아니라 켠 뒤의 변경부터예요.
hint-kept-4 = aws s3api put-bucket-versioning에 Status=Enabled를 주고 나서 페이지를 다시 올려요.
hint-stays-on-1 = 다음다음 변경 때에는 어떻게 될까요?
hint-stays-on-2 = 시간이 다 된 때의 버킷 설정을 봐요.
hint-stays-on-3 = 버전 관리는 일시 중단할 수 있어요. 그러면 지난 버전은 남지만 새로 보관하지는 않아요.
hint-stays-on-4 = 시간이 다 될 때까지 Status=Enabled로 두어요.

step-look-title = 버킷의 설정 보기
step-look-text = 버전 관리 설정을 물어봐요. 한 번도 켠 적이 없는 버킷은 아무것도 답하지 않아요.
step-switch-on-title = 버전 관리 켜기
step-switch-on-text = 이제부터는 바뀔 때마다 앞의 판이 남아요.
step-overwrite-title = 새 판 올리기
step-overwrite-text = 같은 이름으로 올려요. 올리고 나면 버전이 몇 개일까요?
step-overwrite-one = 1개
step-overwrite-two = 2개

checkpoint-on = 버전 관리를 켰어요
