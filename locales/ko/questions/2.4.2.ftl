### 2.4.2절 'S3 Intelligent-Tiering'의 확인 문제.

q-2-4-2-1 = Intelligent-Tiering에 올린 8 MB 보고서를 95일 동안 아무도 읽지 않다가 95일째에 한 번 읽었어요. 110일째에는 어느 티어에 있을까요?
q-2-4-2-1-a = Frequent Access. 읽으면 바로 맨 위로 돌아오고, 날수는 0부터 다시 시작해요.
q-2-4-2-1-a-why = 한 번만 읽어도 Frequent Access로 돌아와요. 110일째는 읽은 지 15일째라 아직 30일이 안 됐어요.
q-2-4-2-1-b = Infrequent Access. 한 번 읽을 때마다 한 단계씩 올라와요.
q-2-4-2-1-b-why = 한 단계씩 내려가지만, 올라올 때는 단번에 Frequent Access로 와요.
q-2-4-2-1-c = Archive Instant Access. 올린 지 90일이 넘었어요.
q-2-4-2-1-c-why = 날수는 올린 날이 아니라 마지막으로 액세스한 날부터 세요. 나이를 보고 옮기는 것은 수명 주기 규칙이에요.

q-2-4-2-2 = 점검 프로그램이 모든 객체에 날마다 HEAD 요청만 보내고, 내용은 아무도 읽지 않아요. 1 MB 객체는 40일 뒤 어느 티어에 있을까요?
q-2-4-2-2-a = Frequent Access. 날마다 확인해서 그대로 있어요.
q-2-4-2-2-a-why = HEAD는 내용을 읽지 않아서 액세스로 치지 않아요. 목록 보기도 마찬가지예요.
q-2-4-2-2-b = Frequent Access. 그대로 있고 HEAD마다 검색 요금도 내요.
q-2-4-2-2-b-why = HEAD는 액세스로 치지 않아서 객체가 내려가요. Intelligent-Tiering에는 검색 요금도 없어서, HEAD에는 요청 요금만 들어요.
q-2-4-2-2-c = Infrequent Access. 30일째에 한 단계 내려갔어요.
q-2-4-2-2-c-why = HEAD는 액세스로 치지 않아요. 30일 동안 아무도 읽지 않은 객체라서 한 단계 내려가요.

q-2-4-2-3 = 20 KB짜리 아이콘 200만 개를 Intelligent-Tiering에 올리고 한 해 동안 거의 읽지 않아요. 요금은 어떻게 나올까요?
q-2-4-2-3-a = 90일 뒤부터 Archive Instant Access의 싼 단가로 나와요.
q-2-4-2-3-a-why = 128 KB보다 작은 객체는 지켜보지도 옮기지도 않아요. 아무리 안 읽어도 내려가지 않아요.
q-2-4-2-3-b = 내내 Frequent Access의 단가로 나오고, 모니터링 요금은 없어요.
q-2-4-2-3-b-why = 작은 객체는 지켜보지 않아서 모니터링 요금이 없고, 아끼는 돈도 없어요. Standard에 둔 것과 같아요.
q-2-4-2-3-c = 객체마다 128 KB로 쳐서 Standard보다 여섯 배쯤 나와요.
q-2-4-2-3-c-why = 작은 객체를 128 KB로 치는 것은 IA 클래스와 Glacier Instant Retrieval이에요. Intelligent-Tiering에서는 실제 크기만큼 내요.
