const LONGEST_SIDE = 1920;
const QUALITY = 0.82;

/**
 * A photo as it is sent: upright, no larger than needed, without what cameras write into it (place, device).
 * What this browser can't read goes as it is: the server knows which files it takes.
 */
export async function prepare(file) {
  try {
    const image = await createImageBitmap(file, {imageOrientation: "from-image"});
    const scale = Math.min(1, LONGEST_SIDE / Math.max(image.width, image.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    image.close();
    const content = await new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
    return content ? {content, name: `${file.name.replace(/\.[^.]*$/, "")}.jpg`} : {content: file, name: file.name};
  } catch {
    return {content: file, name: file.name};
  }
}

/** @returns whether the server has kept it */
export async function send(address, point, photo) {
  try {
    const answer = await fetch(new URL(address, document.baseURI), {
      method: "POST",
      body: photo.content,
      headers: {
        "Content-Type": photo.content.type || "application/octet-stream",
        "X-Filename": encodeURIComponent(photo.name),
        "X-Point": point,
      },
    });
    return answer.ok;
  } catch {
    return false;
  }
}
