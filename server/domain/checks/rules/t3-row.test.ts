import { itKeepsItsExamples } from '../testing/it-keeps-its-examples';
import { t3Row } from './t3-row';

itKeepsItsExamples(t3Row);
