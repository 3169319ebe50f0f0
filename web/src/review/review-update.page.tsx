export default function ReviewUpdatePage() {
  return null;
}
