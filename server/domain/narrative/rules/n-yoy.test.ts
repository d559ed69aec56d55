import { itKeepsItsExamples } from '../../checks/testing/it-keeps-its-examples';
import { nYoy } from './n-yoy';

itKeepsItsExamples(nYoy);
