### 1절, 2.1절, 2.2절의 설명에 있는 그림의 글.

figure-scale-out-up-one = 큰 서버 1대
figure-scale-out-up-four = 작은 서버 4대
figure-scale-out-up-all = 초당 400건
figure-scale-out-up-fails = 1대에 장애
figure-scale-out-up-none = 초당 0건
figure-scale-out-up-most = 초당 300건

figure-storage-kinds-block = 블록
figure-storage-kinds-file = 파일
figure-storage-kinds-object = 객체
figure-storage-kinds-block-moved = 4,096바이트
figure-storage-kinds-file-moved = 바뀐 부분
figure-storage-kinds-object-moved = 1 GB 전부
figure-storage-kinds-filled = 색을 채운 칸이 1바이트를 바꾸려고 다시 쓰는 곳이에요.

figure-building-blocks-block = 블록
figure-building-blocks-file = 파일
figure-building-blocks-object = 객체
figure-building-blocks-instance-store = 인스턴스 스토어
figure-building-blocks-from = 온프레미스와 다른 곳의 데이터

figure-object-anatomy-object = 객체 하나
figure-object-anatomy-key = 키
figure-object-anatomy-key-is = 찾는 이름
figure-object-anatomy-data = 데이터
figure-object-anatomy-data-is = 올린 바이트
figure-object-anatomy-metadata = 메타데이터
figure-object-anatomy-metadata-is = 데이터의 설명
figure-object-anatomy-version = 버전 ID
figure-object-anatomy-version-is = 어느 버전인지
figure-object-anatomy-version-when = 버전 관리를 켜면 붙어요

figure-url-anatomy-bucket = 버킷 이름
figure-url-anatomy-region = 리전
figure-url-anatomy-prefix = 접두사
figure-url-anatomy-key = 객체의 키
