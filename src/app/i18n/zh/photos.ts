/** The words of photos that stand somewhere, or that can't. */
export const photos = {
  photos: {
    fromAlbum: '相册 {at}',
    look: '看第 {n} 张，{at}',
    lookAt: '看{name}',
    remove: '去掉这张',
    removed: '已去掉一张照片',
    before: '整改前',
    after: '整改后',
    far: '点开看',
    absent: '还没传到',
    none: '没信号',
    undrawn: 'HEIC',
    onlyHere: '待上传',
    sent: '已上传',
    heic: '有 HEIC 照片，照原样存了，这里显示不出。把相机的格式改成 JPEG（苹果手机：设置、相机、格式、兼容性最佳），再拍就能看。',
    no: {
      other: '这个文件不是 JPEG 或 PNG 照片，换一张。',
      broken: '这张照片打不开，换一张，或重拍。',
      tooLarge: '这张照片超过 20 MB，换一张。',
      twice: '这张已经有了。',
    },
    failed: {
      full: '手机存满了，这张没存上。先上传，或清出空间再拍。',
      closed: '存储被浏览器关了，这张没存上。重开应用再拍，填的都在。',
      unknown: '这张没存上，再试一次。',
    },
  },
}
